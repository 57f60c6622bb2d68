import type { rules as danish } from '../da/rules.ts'
import type { Translated } from '../en.ts'

/** Text of the page about the rule set in force. */
export const rules: Translated<typeof danish> = {
  title: 'Rules',
  lead: 'The rule set is data. The code knows how to measure; the plan says how much. A finding uses the rule set in force on the effective date.',
  inForce: 'In force on {{date}}',
  noneTitle: 'No rule set on the date',
  noneText: 'The register knows no rule set for {{region}} on {{date}}. Choose another date or another region.',
  version: 'version {{version}}',
  from: 'from {{date}}',
  period: '{{from}} to {{to}}',
  open: '{{from}} onwards',
  all: 'The region’s rule sets',
  showAt: 'See {{ruleSet}} on {{date}}',
  parameter: 'Parameter',
  value: 'Value',
  source: 'Source',
  caption: 'Parameters of {{ruleSet}}, version {{version}}',
  yes: 'yes',
  no: 'no',
  chooseRegion: 'Choose a region to see its rule sets.',
  region: 'Region',
}
