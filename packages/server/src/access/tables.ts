import type { OrganisationKind, RoleName } from '@otklik/model/access'
import type { Generated } from 'kysely'

/**
 * Secrets are kept as SHA-256 in hex, or sealed with a key that is not in the database (`*_sealed`): who reads the
 * database can neither sign in with what stands there nor read people's addresses.
 */
export interface AccessTables {
  access_organisations: {
    id: Generated<number>
    parent_id: number | null
    /** Numbers from the root down to itself: `/1/5/12/`. */
    path: string
    kind: OrganisationKind
    name: string
    short_name: string | null
    /** Null: as the organisation above. */
    region: string | null
    zone: string | null
    ogrn: string | null
    address: string | null
    phone: string | null
    mail: string | null
    /** The authority of the register that it is. */
    authority_id: number | null
    /** How requests name this office. */
    office: string | null
    created_at: Date
    closed_at: Date | null
    folded: string
  }
  access_memberships: {
    id: Generated<string>
    user_id: string
    organisation_id: number
    role: RoleName
    since: Date
    ended_at: Date | null
  }
  access_users: {
    id: Generated<string>
    /** As typed; null until an invitation has been accepted. */
    login: string | null
    /** The same for comparing (`loginKey`), and for telling lookalikes (`loginSkeleton`). */
    login_key: string | null
    login_skeleton: string | null
    name: string
    /** Name and login for searching. */
    folded: string
    /** PHC string of argon2id; null: signs in from outside only, or not yet. */
    password: string | null
    password_changed_at: Date | null
    mail_sealed: string | null
    totp_sealed: string | null
    /** Null: the secret has been shown but no code of it has come back yet. */
    totp_since: Date | null
    /** The last time step whose code was used: none is good twice. */
    totp_step: Generated<number>
    created_at: Date
    last_signed_in_at: Date | null
    disabled_at: Date | null
  }
  access_recovery_codes: { user_id: string; hash: string }
  access_identities: { id: Generated<string>; user_id: string; issuer: string; subject: string; linked_at: Date }
  access_outside_attempts: {
    /** Of the state that travels through the browser. */
    hash: string
    nonce: string
    verifier: string
    back: string | null
    /** Hash of the invitation to accept. */
    invitation: string | null
    /** Number of the session whose person links the identity; the attempt ends with it. */
    links_session: string | null
    created_at: Date
  }
  access_invitations: {
    hash: string
    /** One person may have two links at once: the one shown and the one that went by mail. */
    user_id: string
    invited_by: string | null
    created_at: Date
    expires_at: Date
  }
  access_password_resets: {
    user_id: string
    /** Null until the letter is written: the token exists in the letter only. */
    hash: string | null
    asked_at: Date
    expires_at: Date
  }
  access_roles: { role: RoleName; second_factor: boolean }
  access_sessions: {
    hash: string
    /** The public number, by which it can be closed. */
    id: Generated<string>
    user_id: string
    stage: 'full' | 'second_factor'
    signed_in_by: 'password' | 'outside'
    /** The role acted in. */
    membership_id: string | null
    created_at: Date
    last_seen_at: Date
    address: string
    user_agent: string
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
  access_suppliers: { code: string; name: string; created_at: Date; organisation_id: number }
  access_tokens: {
    id: Generated<string>
    organisation_id: number
    /** Null: for all suppliers of the organisation. */
    supplier: string | null
    rights: string[]
    label: string
    /** The label for searching. */
    folded: Generated<string>
    hash: string
    /** Who answers for it. */
    keeper_id: string | null
    created_at: Date
    expires_at: Date
    last_used_at: Date | null
    last_used_from: string | null
    revoked_at: Date | null
  }
}

declare module '../platform/postgres/database.ts' {
  interface Database extends AccessTables {}
}
