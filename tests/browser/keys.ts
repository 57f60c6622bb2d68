import type { Locator, Page } from 'playwright-core'

/** Presses Tab until the element has the focus; fails when the whole page was gone through. */
export async function tabTo(wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let presses = 0; presses < 200; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await wanted.page().keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${wanted}`)
}

/** Goes to the first button of the name within a page or a part of it, and presses Enter. */
export async function pressKeyOn(within: Page | Locator, name: string | RegExp): Promise<void> {
  const button = within.getByRole('button', { name }).first()
  await tabTo(button)
  await button.page().keyboard.press('Enter')
}
