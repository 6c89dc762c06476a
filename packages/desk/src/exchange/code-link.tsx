import { Link } from '@tanstack/react-router'
import { useCodeName } from './code-name.ts'

/** The name of a code, which leads to its page. */
export function CodeLink({ code }: { readonly code: string }) {
  const nameOf = useCodeName()
  return (
    <Link to="/packages/codes/$code" params={{ code }}>
      {nameOf(code)}
    </Link>
  )
}
