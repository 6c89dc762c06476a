import type { Generated } from 'kysely'

/** Secrets are kept as SHA-256 in hex: who reads the database can't sign in with what stands there. */
export interface AccessTables {
  access_users: {
    id: Generated<string>
    /** As typed at creation; `login_key` is the same for comparing: trimmed, NFKC, lower case. */
    login: string
    login_key: string
    name: string
    /** PHC string of argon2id. */
    password: string
    roles: string[]
    created_at: Date
    disabled_at: Date | null
  }
  access_sessions: {
    hash: string
    user_id: string
    created_at: Date
    last_seen_at: Date
    address: string
  }
  access_sign_in_failures: {
    /** Hash of what was typed and where from: people type passwords into the wrong field. */
    key: string
    failures: number
    last_at: Date
    /** Attempts before this moment are refused without looking at the password. */
    closed_until: Date
  }
  access_first_start: { hash: string; created_at: Date }
  access_suppliers: { code: string; name: string; created_at: Date }
  access_supplier_tokens: {
    id: Generated<string>
    supplier: string
    label: string
    hash: string
    created_at: Date
    expires_at: Date | null
    last_used_at: Date | null
    revoked_at: Date | null
  }
}
