import type { Assets, Tokens } from '@otklik/respond'
import type { Cipher } from '../../platform/cipher.ts'
import type { Db } from '../../platform/postgres/open.ts'
import type { Offers } from '../feedback/offer.ts'
import type { Open } from './open.ts'
import type { Pace } from './pace.ts'
import type { PageCounts } from './page-counts.ts'
import type { SourceOf } from './sources.ts'

/** What the public pages work with. */
export interface Pages {
  readonly db: Db
  readonly open: Open
  readonly tokens: Tokens
  readonly offers: Offers
  readonly cipher: Cipher
  /** Where this server is reached: `https://otklik.example`. */
  readonly publicUrl: string
  readonly sourceOf: SourceOf
  /** How often one source may ask for pages and send them, and how often it may finish. */
  readonly visits: Pace
  readonly endings: Pace
  readonly counts: PageCounts
  /** Undefined: for a widget, which has its own. */
  readonly assets: Assets | undefined
  /** Where they stand; undefined: as pages of their own. */
  readonly base?: '/w'
}
