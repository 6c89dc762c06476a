import { NativeSelect } from '@mantine/core'
import { useRegions } from './use-regions.ts'

interface RegionSelectProps {
  readonly label: string
  readonly description?: string
  /** What no region means; absent where a region must be chosen. */
  readonly none?: string
  readonly value: string | null
  readonly change: (region: string | null) => void
}

export function RegionSelect({ label, description, none, value, change }: RegionSelectProps) {
  const regions = useRegions().map(({ id, name }) => ({ value: id, label: `${id} – ${name}` }))
  const known = value === null || regions.some((region) => region.value === value)
  return (
    <NativeSelect
      label={label}
      {...(description === undefined ? {} : { description })}
      value={value ?? ''}
      data={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...(known || value === null ? [] : [value]),
        ...regions,
      ]}
      onChange={({ currentTarget }) => change(currentTarget.value === '' ? null : currentTarget.value)}
    />
  )
}
