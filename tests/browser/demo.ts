import { randomUUID } from 'node:crypto'
import type { APIRequestContext, APIResponse, Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { commandIdHeader } from '#api/contract'
import { contextFor, openBrowser } from './browser.ts'
import { type RunningService, startDemo } from './service.ts'

/** Who a command is sent as: a page or a context that is signed in. */
interface Sender {
  readonly request: APIRequestContext
}

/** The demonstration as the walks of one file see it; there is something to see from the first `beforeAll` on. */
export interface Demo {
  readonly url: string
  readonly service: RunningService
  readonly browser: Browser
  /** A context of its own, signed in as one of the demo people; `null` stays the public. */
  contextFor(userId: string | null): Promise<BrowserContext>
  pageFor(userId: string | null): Promise<Page>
  /** Sends a command by the path of its name, whatever comes of it. */
  post(by: Sender, path: string, data: object): Promise<APIResponse>
  /** Sends a command that must record something. */
  send(by: Sender, path: string, data: object): Promise<void>
}

/** Opens a service of its own on the demonstration, and a browser; both are closed when the file's walks have ended. */
export function openDemo(): Demo {
  let opened: { readonly service: RunningService; readonly browser: Browser } | undefined
  beforeAll(async () => {
    const service = await startDemo(inject('demoData'))
    try {
      opened = { service, browser: await openBrowser() }
    } catch (error) {
      await service.stop()
      throw error
    }
  })
  afterAll(async () => {
    await opened?.browser.close()
    await opened?.service.stop()
  })
  const open = () => {
    if (opened === undefined)
      throw new Error('The demonstration is opened in beforeAll: nothing can be asked of it yet.')
    return opened
  }
  const contextOf = async (userId: string | null) => await contextFor(open().browser, open().service.url, userId)
  const post: Demo['post'] = async ({ request }, path, data) => {
    const { url } = open().service
    const headers = { [commandIdHeader]: randomUUID(), origin: url }
    return await request.post(`${url}/api/commands/${path}`, { headers, data })
  }
  return {
    get url() {
      return open().service.url
    },
    get service() {
      return open().service
    },
    get browser() {
      return open().browser
    },
    contextFor: contextOf,
    pageFor: async (userId) => await (await contextOf(userId)).newPage(),
    post,
    send: async (by, path, data) => {
      const answer = await post(by, path, data)
      expect([answer.ok(), await answer.text()]).toEqual([true, expect.stringContaining('events')])
    },
  }
}
