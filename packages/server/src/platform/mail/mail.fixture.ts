import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Received {
  readonly from: string
  readonly to: readonly string[]
  /** The head, unfolded. */
  readonly head: string
  /** The whole letter with its parts decoded from quoted-printable and base64. */
  readonly body: string
}

/** A server of mail on a free port; `failing` refuses letters while it is true. */
export async function mailServer(port = 0) {
  const received: Received[] = []
  const state = { failing: false, attempts: 0 }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => void pieces.push(piece))
      stream.on('end', () => {
        state.attempts++
        if (state.failing) return done(new Error('try again later'))
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom === false ? '' : mailFrom.address
        const raw = Buffer.concat(pieces).toString('latin1')
        received.push({ from, to: rcptTo.map(({ address }) => address), ...parsed(raw) })
        return done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.server.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `smtp://127.0.0.1:${address.port}`, port: address.port, received, state, close }
}

function parsed(raw: string): Pick<Received, 'head' | 'body'> {
  const at = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, at).replace(/\r\n[ \t]+/g, ' ')
  const [, boundary] = /boundary="([^"]+)"/.exec(head) ?? []
  const parts = boundary ? raw.slice(at).split(`--${boundary}`) : [raw]
  return { head, body: parts.map(decoded).join('\n') }
}

function decoded(part: string): string {
  const at = part.indexOf('\r\n\r\n')
  const [head, content] = [part.slice(0, at), part.slice(at + 4)]
  if (/base64/i.test(head)) return Buffer.from(content, 'base64').toString('utf8').replaceAll('\r\n', '\n')
  if (!/quoted-printable/i.test(head)) return content
  const bytes = content
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n')
}
