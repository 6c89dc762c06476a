const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'йцукенгшщзхъфывапролджэячсмитьбю',
  '01234567890123456789',
]

/**
 * Why a password of enough length is still easy to guess, as a Russian sentence; undefined when it is not.
 * Length itself is the contract's rule.
 */
export function weakness(password: string, login: string): string | undefined {
  const text = password.toLowerCase()
  if (new Set(text).size < 5) return 'В пароле меньше пяти разных знаков.'
  if (login.length > 0 && text.includes(login.toLowerCase())) return 'Пароль содержит имя для входа.'
  if (isRun(text)) return 'Пароль – подряд идущие знаки клавиатуры или алфавита.'
  return undefined
}

function isRun(text: string): boolean {
  const doubled = RUNS.map((run) => run + run)
  return doubled.some((run) => run.includes(text) || [...run].reverse().join('').includes(text))
}
