export interface SignInSearch {
  /** The path of the desk that was asked for. */
  back?: string
  /** Why the way through the outside system ended here. */
  trouble?: string
}

export function readSignInSearch({ back, trouble }: Record<string, unknown>): SignInSearch {
  return {
    ...(typeof back === 'string' ? { back } : {}),
    ...(typeof trouble === 'string' && trouble !== '' ? { trouble } : {}),
  }
}
