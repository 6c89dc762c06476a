// How the program is started, stopped and never left behind. Plain JavaScript that any Node understands: it is what
// explains to an old Node that it is old.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const NEEDED = 24
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
const starter = starterOf()

/** Whether this Node can run the program itself. */
export const isFitting = Number.parseInt(process.versions.node, 10) >= NEEDED

/** The Node installed with the project's packages: node_modules/node-<system>-<processor>, here or in a folder above. */
export function carriedNode(folder) {
  const name = { linux: `node-linux-${process.arch}`, win32: `node-win-${process.arch}` }[process.platform]
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  for (let at = folder; name; at = dirname(at)) {
    const path = join(at, 'node_modules', name, 'bin', binary)
    if (existsSync(path)) return path
    if (dirname(at) === at) return undefined
  }
  return undefined
}

/** Runs this process's script on the carried Node and ends as it ends; without one, says what to do. Never comes back. */
export async function handOver(folder, args) {
  const node = carriedNode(folder)
  if (node !== undefined) await runChild(node, args).then(endAs)
  console.error(
    `Нужен Node.js ${NEEDED} или новее, а запущен ${process.version}. Выполните npm ci с необязательными зависимостями ` +
      `(без --omit=optional): Node.js ${NEEDED} ставится вместе с проектом, – или установите его сами с nodejs.org.`,
  )
  process.exit(1)
}

/**
 * Runs a program on the same terminal to its end: signals to this process go to it, and a Node program hears by its
 * channel when this process is gone. Resolves to `{ code, signal }`, as of the event `exit`.
 */
export function runChild(command, args, cwd = process.cwd()) {
  const child = spawn(command, args, { cwd, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  // From a terminal the child gets Ctrl+C itself; a signal sent to this process alone must be passed on.
  const pass = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of SIGNALS) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const name of SIGNALS) process.off(name, pass)
      resolve({ code, signal })
    })
  })
}

/** Ends this process in the way its child has ended. */
export function endAs({ code, signal }) {
  if (signal === null) process.exit(code)
  process.kill(process.pid, signal)
  // The signal takes effect in a moment.
  return new Promise(() => {})
}

/**
 * From now on this process gets SIGTERM when whoever started it for good is gone: a launcher (its channel closes) or npm,
 * also one that was killed. What an ordinary shell started stays when the shell ends.
 */
export function followStarter() {
  const stop = () => process.kill(process.pid, 'SIGTERM')
  if (process.channel) {
    process.once('disconnect', stop)
    process.channel.unref()
  }
  if (starter === undefined) return
  const watch = setInterval(() => {
    if (starterOf() === starter) return
    clearInterval(watch)
    stop()
  }, 500)
  watch.unref()
}

/** npm as it stands above this process, with the shell between them where there is one; undefined: npm did not start this. */
function starterOf() {
  const name = process.argv[1]?.replace(/^.*[\\/]|\.mjs$/g, '') ?? ''
  if (name === '' || !process.env.npm_lifecycle_script?.includes(name)) return undefined
  const { ppid } = process
  const above = statOf(ppid)
  return above && /^(ba|da)?sh$/.test(above.name) ? `${ppid} ${above.parent}` : `${ppid}`
}

/** Linux only. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const at = text.lastIndexOf(')')
    return { name: text.slice(text.indexOf('(') + 1, at), parent: text.slice(at + 2).split(' ')[1] }
  } catch {
    return undefined
  }
}
