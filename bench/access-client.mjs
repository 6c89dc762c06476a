// The other side of the wire, on a thread of its own, so that asking takes nothing from answering.
import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** Milliseconds until the whole answer is there. */
function once(url, cookie) {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const headers = cookie === undefined ? {} : { cookie }
    request(url, { agent, headers }, (answer) => {
      let bytes = 0
      answer.on('data', (piece) => (bytes += piece.length))
      answer.on('error', reject)
      answer.on('end', () => resolve({ ms: performance.now() - started, status: answer.statusCode, bytes }))
    })
      .on('error', reject)
      .end()
  })
}

async function many({ path, cookie, warm, calls }) {
  const answers = []
  for (let n = 0; n < warm + calls; n++) answers.push(await once(`${workerData.url}${path}`, cookie))
  return answers.slice(warm)
}

const answer = (answers) => parentPort.postMessage(answers)
const fail = (error) => {
  throw error
}
parentPort.on('message', (ask) => void many(ask).then(answer, fail))
