/** Files that people hand in: what they are by their content, whatever their names say. */
export {
  ALL_FILE_TYPES,
  FILE_TYPES,
  type FileType,
  fileFault,
  HEAD_BYTES,
  MOST_FILE_BYTES,
  typeOfHead,
} from './types.ts'
