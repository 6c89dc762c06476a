import { type Cipher, cipherKeyFile, cipherOf } from '../cipher.ts'
import { makeSecret, readSecret, SecretError } from '../engines/secret.ts'
import type { Log } from '../log.ts'
import type { Db } from '../postgres/open.ts'
import { StartError } from '../start-error.ts'
import { checkValueOf, keepCheckValue, knownCheckValue } from './check-value.ts'
import { type Held, heldIn, listed, type SealedRecords } from './sealed.ts'

export interface RecordsKeyParts {
  readonly db: Db
  readonly dataDir: string
  readonly sealed: readonly SealedRecords[]
  readonly log: Log
}

const REMEDY =
  'Верните прежний файл, например из папки keys резервной копии. Если его больше нет нигде, выполните otklik records-key: команда скажет, что будет потеряно.'

/**
 * The cipher of this installation. Its key is made once, with the first start, and never again by itself: a key that is
 * missing, damaged or another one than that of the database is refused.
 * @throws StartError with a sentence that names the file and the remedy.
 */
export async function openRecordsKey(parts: RecordsKeyParts): Promise<Cipher> {
  const secret = await fittingSecret(parts)
  if (secret !== undefined) return cipherOf(secret)
  const { db, dataDir } = parts
  const made = makeSecret(cipherKeyFile(dataDir))
  if ((await keepCheckValue(db, made)) !== checkValueOf(made)) throw foreignKey(dataDir)
  return cipherOf(made)
}

/** The key in the file when it is that of the database; undefined: there is none yet, and nothing is sealed. */
export async function fittingSecret({ db, dataDir, sealed, log }: RecordsKeyParts): Promise<string | undefined> {
  const secret = readKey(dataDir)
  const known = await knownCheckValue(db)
  if (known !== undefined && secret !== undefined) {
    if (known !== checkValueOf(secret)) throw foreignKey(dataDir)
    return secret
  }
  const held = await heldIn(db, sealed)
  if (secret === undefined) {
    if (known === undefined && held.length === 0) return undefined
    throw lostKey(dataDir, held)
  }
  // Written by a version that noted nothing of the key: what is sealed tells whether it is the right one.
  requireOpening({ dataDir, log }, cipherOf(secret), held)
  if ((await keepCheckValue(db, secret)) !== checkValueOf(secret)) throw foreignKey(dataDir)
  return secret
}

function readKey(dataDir: string): string | undefined {
  try {
    return readSecret(cipherKeyFile(dataDir))
  } catch (error) {
    if (error instanceof SecretError) throw new StartError(`Ключ записей не годится. ${error.message} ${REMEDY}`)
    throw error
  }
}

/** Earlier versions made a new key for a lost one in silence, so some records may be of an older key. */
function requireOpening({ dataDir, log }: Pick<RecordsKeyParts, 'dataDir' | 'log'>, cipher: Cipher, held: Held[]) {
  const texts = held.flatMap((kind) => kind.texts)
  const closed = texts.filter((text) => !opens(cipher, text)).length
  if (texts.length > 0 && closed === texts.length) throw foreignKey(dataDir)
  if (closed > 0) log.warn({ closed, of: texts.length }, 'some records are sealed with a key that is lost')
}

function opens(cipher: Cipher, sealed: string): boolean {
  try {
    cipher.open(sealed)
    return true
  } catch {
    return false
  }
}

const foreignKey = (dataDir: string) =>
  new StartError(`Ключ записей в файле ${cipherKeyFile(dataDir)} не тот, которым закрыты записи этой базы. ${REMEDY}`)

function lostKey(dataDir: string, held: readonly Held[]): StartError {
  const what = held.length > 0 ? `, а им закрыты записи (${listed(held)})` : ', хотя у этой базы он уже есть'
  return new StartError(`Нет ключа записей ${cipherKeyFile(dataDir)}${what}. ${REMEDY}`)
}
