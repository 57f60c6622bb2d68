import { writeFileSync } from 'node:fs'
import { rulesTable, tableFile } from './rulesTable.ts'

/** Writes docs/rules.md from the rule book: `npm run rules-table`. */
writeFileSync(tableFile, rulesTable())
