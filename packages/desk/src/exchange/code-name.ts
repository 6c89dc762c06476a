import { useNames } from '../shared/i18n/names.ts'

/** A code of the receipt in words. */
export const useCodeName = () => useNames('codes')
