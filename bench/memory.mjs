// Peak memory of a process and all its children, by proportional share (PSS), so that shared pages count once.
import { readdirSync, readFileSync } from 'node:fs'

function children(parent, processes) {
  const direct = processes.filter(({ ppid }) => ppid === parent)
  return direct.flatMap(({ pid }) => [pid, ...children(pid, processes)])
}

function processes() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        return { pid: Number(pid), ppid: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }
      } catch {
        return []
      }
    })
}

function pss(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** Watches until stopped; returns the peak in bytes. */
export function watchMemory(pid, everyMs = 200) {
  let peak = 0
  const look = () => {
    const total = [pid, ...children(pid, processes())].reduce((sum, one) => sum + pss(one), 0)
    peak = Math.max(peak, total)
  }
  const timer = setInterval(look, everyMs)
  return () => {
    clearInterval(timer)
    return peak
  }
}
