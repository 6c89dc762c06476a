import type { FileType } from '@otklik/model/files'
import type { Generated } from 'kysely'

export interface FileTables {
  /** Files that people have handed in, each content once; what they are of, the records say that name them. */
  kept_files: {
    id: Generated<number>
    /** SHA-256 in hexadecimal; of a sealed file a keyed hash, which tells nothing to who has the content. */
    digest: string | null
    size: number
    type: FileType
    /** Of a file with personal data: a sealed word that tells whether the key is the right one. */
    sealed: string | null
    /** All of it has come. */
    complete: Generated<boolean>
    at: Date
  }
  /** The content in pieces, so that none has to be held in memory whole. */
  kept_file_pieces: { file_id: number; piece: number; bytes: Buffer }
}

declare module '../platform/postgres/database.ts' {
  interface Database extends FileTables {}
}
