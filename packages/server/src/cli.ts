import { InputError } from '@otklik/model/inputs'
import { BackupError } from './backup/errors.ts'
import { isNoSpace } from './platform/no-space.ts'
import { ConfigError } from './platform/settings.ts'
import { StartError } from './platform/start-error.ts'
import { commands } from './cli/commands.ts'
import { UsageError } from './cli/usage.ts'

/** Exit status: 0 no errors, 1 some rows set aside, 2 nothing usable or wrong usage. */
async function run(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  const command = commands[name] ?? commands[name.replace(/^--?/, '')]
  if (!command) throw new UsageError(`Неизвестная команда «${name}».`)
  return (await command()).run(rest)
}

// Who reads the output may leave early, as `head` does: what is left has nobody to go to.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return `Ошибка: ${String(error)}`
  if (error instanceof InputError) return `${error.message} (${error.code})`
  if ([UsageError, ConfigError, StartError, BackupError].some((kind) => error instanceof kind)) return error.message
  if (isNoSpace(error))
    return `На диске кончилось место (${error.message}). Освободите его и повторите: принятое не потеряно.`
  // What the system says of a file or folder that was named to the command.
  if ('syscall' in error && 'path' in error)
    return `С «${String(error.path)}» не вышло: ${error.message}. Проверьте путь, права и место на диске.`
  return `Ошибка: ${error.stack ?? error.message}`
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`)
  if (error instanceof UsageError) process.stderr.write('Справка: otklik help\n')
  process.exitCode = 2
}
