import { type Asked, fields, type Handlers, type Reply } from './fake-contract.ts'
import { finds, pageOf } from './fake-page.ts'
import { suppliers } from './fixtures/tokens.ts'
import type { Token } from '@otklik/model/access/api'

const NOW = '2026-11-22T06:00:00Z'
const stateOf = ({ revokedAt, expiresAt }: Token) =>
  revokedAt !== null ? 'revoked' : expiresAt <= NOW ? 'expired' : 'good'

const listed = (asked: Asked): Reply =>
  pageOf(
    asked.state.tokens.filter(
      (token) => finds(token.label, asked.query.find) && (asked.query.state ?? stateOf(token)) === stateOf(token),
    ),
    asked,
  )

function savedSupplier({ params, body, state }: Asked): Reply {
  const { name, organisation } = fields(body)
  const owner = state.organisations.find(({ id }) => id === organisation) ?? { id: 1, name: 'Вся система' }
  return { json: { code: params.code, name, organisation: { id: owner.id, name: owner.name }, tokens: [] } }
}

function revoked({ params, state }: Asked): Reply {
  state.tokens = state.tokens.map((token) => (token.id === params.id ? { ...token, revokedAt: NOW } : token))
  return { status: 204 }
}

const ISSUED = { id: 't9', token: 'otk_mfc_4fJk2Qx7Zt1vYw8sLd0bRn5hGc3aMe6u' }

export const tokenHandlers: Handlers = {
  listSuppliers: ({ state }) => ({ json: { suppliers: state.empty ? [] : suppliers() } }),
  saveSupplier: savedSupplier,
  issueToken: () => ({ status: 201, json: ISSUED }),
  revokeToken: () => ({ status: 204 }),
  listTokens: listed,
  issueMachineToken: () => ({ status: 201, json: ISSUED }),
  revokeMachineToken: revoked,
}
