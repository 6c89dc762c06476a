import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody else's site: one page that has the widget on it. */
export interface Site {
  readonly url: string
  close(): Promise<void>
}

export async function serveSite(page: string, policy?: string): Promise<Site> {
  const server = createServer((_request, response) => {
    const headers = { 'content-type': 'text/html; charset=utf-8', ...(policy && { 'content-security-policy': policy }) }
    response.writeHead(200, headers).end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = (): Promise<void> => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(() => resolve()))
  }
  return { url: `http://127.0.0.1:${port}/`, close }
}
