import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGE = import.meta.resolve('@sparticuz/chromium')

/** What a browser test needs of the disk: the browser itself and the setting that shows it a folder of fonts. */
export interface TestChromium {
  readonly executable: string
  /** Undefined where the browser is another one and sees the fonts of its system. */
  readonly fontsConfig: string | undefined
}

/** The browser that `CHROMIUM_PATH` names, else the one from npm, which is for x64 Linux. */
export function findChromium(): TestChromium {
  const given = process.env.CHROMIUM_PATH
  return given === undefined ? unpackChromium() : { executable: given, fontsConfig: undefined }
}

/**
 * Unpacks the Chromium that comes from npm into a temporary folder of this user, once per version: 210 MB, some
 * seconds. Several processes may ask at the same time; whoever is ready first wins, the others take what is there.
 */
function unpackChromium(): TestChromium {
  const folder = join(tmpdir(), `otklik-chromium-${packageVersion()}-${userInfo().uid}`)
  if (!existsSync(folder)) unpackInto(folder)
  // The name can be guessed, so a folder that someone else has put there must not be run.
  if (process.platform !== 'win32' && statSync(folder).uid !== userInfo().uid) {
    throw new Error(`${folder} belongs to another user; remove it or set TMPDIR to another folder`)
  }
  return { executable: join(folder, 'chromium'), fontsConfig: join(folder, 'fonts.conf') }
}

function packageVersion(): string {
  const file = readFileSync(fileURLToPath(new URL('../package.json', PACKAGE)), 'utf8')
  const { version }: { version: string } = JSON.parse(file)
  return version
}

function unpackInto(folder: string): void {
  const part = `${folder}.${process.pid}.part`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { mode: 0o700 })
  // The package writes to the system's temporary folder whatever one asks: a child of ours has another one.
  const unpack = `(await import(${JSON.stringify(PACKAGE)})).default.executablePath()`
  execFileSync(process.execPath, ['--input-type=module', '-e', `await ${unpack}`], {
    env: { ...process.env, TMPDIR: part, TEMP: part, TMP: part },
  })
  writeFileSync(join(part, 'fonts.conf'), fontsConfig(folder))
  try {
    renameSync(part, folder)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

/** Without fonts of its own a bare system shows empty pages, so the browser sees the package's fonts and only them. */
const fontsConfig = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
