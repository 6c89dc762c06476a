import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Files, Papers } from './files.ts'

const FORMATS = ['csv', 'xlsx'] as const satisfies readonly (keyof Files)[]
const PAPER_FORMATS = ['docx', 'pdf', 'xlsx'] as const satisfies readonly (keyof Papers)[]

/** Takes the rows of a table away as a file. */
export function FileLinks({ files }: { readonly files: Files }) {
  const { t } = useTranslation()
  return FORMATS.map((format) => (
    <FileLink key={format} format={format} href={files[format]} label={t(`table.${format}`)} />
  ))
}

/** Takes a paper away in each format that it comes in, under its name. */
export function PaperLinks({ name, papers }: { readonly name: string; readonly papers: Papers }) {
  const formats = PAPER_FORMATS.filter((format) => papers[format] !== undefined)
  return (
    <div className="row no-print" style={{ gap: 6 }}>
      <span className="dim small">{name}</span>
      {formats.map((format) => (
        <FileLink key={format} format={format} href={papers[format]} label={`${name}: ${format.toUpperCase()}`} />
      ))}
    </div>
  )
}

interface FileLinkProps {
  readonly format: string
  readonly href: string | undefined
  readonly label: string
}

function FileLink({ format, href, label }: FileLinkProps) {
  return (
    <Button component="a" href={href} download variant="default" size="compact-md" aria-label={label}>
      {format.toUpperCase()}
    </Button>
  )
}
