/** Logins are compared without regard to case and to how a letter was put together. */
export const loginKey = (login: string): string => login.trim().normalize('NFKC').toLowerCase()

export const isFitLogin = (login: string): boolean => /^[^\s\p{C}]{3,200}$/u.test(login.trim().normalize('NFKC'))
