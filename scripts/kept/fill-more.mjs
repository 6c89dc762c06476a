import { TOTP } from 'otpauth'

const PASSWORD = 'pokazatelnaya-oblast'

/**
 * Adds, through the API, what the demonstration leaves out: keys, an invitation with an address of mail, second factors,
 * an edit of the register, an alarm acknowledged. Returns what a later version needs to sign in.
 */
export async function fillMore({ url, token }) {
  const operator = caller(url, { authorization: `Bearer ${token}` })
  const { suppliers } = await operator('GET', '/api/suppliers')
  const { code, organisation } = suppliers.find((one) => one.code === 'demo-mfc')
  const supplierToken = (await operator('POST', `/api/suppliers/${code}/tokens`, { label: 'выгрузка' })).token
  const machine = { label: 'витрина', organisation: organisation.id, rights: ['progress.read', 'register.read'] }
  await operator('POST', '/api/tokens', machine)
  const invited = {
    name: 'Приглашённая Анна',
    mail: 'anna@otklik.example',
    organisation: organisation.id,
    role: 'authority_analyst',
  }
  await operator('POST', '/api/people', invited)
  await operator('PUT', '/api/roles/methodologist/second-factor', { required: true })
  await editNorm(operator)
  await acknowledge(operator)
  return { password: PASSWORD, plain: 'demo', ...(await enrol(url)), supplier: code, supplierToken }
}

/** A call of the API as JSON; anything but success ends the script. */
function caller(url, headers) {
  return async (method, path, body) => {
    const init = { method, headers: { ...headers, 'sec-fetch-site': 'same-origin' } }
    if (body !== undefined) Object.assign(init, { body: JSON.stringify(body) })
    if (body !== undefined) init.headers['content-type'] = 'application/json'
    const answer = await fetch(url + path, init)
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.status === 204 ? undefined : answer.json()
  }
}

async function editNorm(operator) {
  const [norm] = (await operator('GET', '/api/register/norms')).rows
  await operator('PUT', `/api/register/norms/${encodeURIComponent(norm.id)}`, {
    value: norm.value + 1,
    unit: norm.unit,
  })
}

async function acknowledge(operator) {
  const [alarm] = (await operator('GET', '/api/progress/alarms')).alarms
  if (alarm === undefined) return
  const reason = 'Проверено: сбой на стороне портала.'
  await operator('POST', `/api/progress/alarms/${alarm.id}/acknowledgement`, { reason })
}

/** Somebody signs in with a second factor from now on. */
async function enrol(url) {
  const login = 'analyst'
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  })
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`)
  const [cookie] = answer.headers.getSetCookie().map((line) => line.split(';')[0])
  const own = caller(url, { cookie })
  const { secret } = await own('POST', '/api/my/second-factor', { password: PASSWORD })
  await own('PUT', '/api/my/second-factor', { code: new TOTP({ secret }).generate() })
  return { withFactor: login, secret }
}
