/** What the parent tells its engine process. Sent, not put on the command line: the password must not be seen in a list of processes. */
export interface ChildOptions {
  dir: string
  /** 0: any that is free. */
  port: number
  user: string
  password: string
  sessions: number
  memoryBytes: number
}

export type ChildMessage = { kind: 'ready'; port: number } | { kind: 'failed'; text: string }
