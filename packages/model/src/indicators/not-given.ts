/**
 * Stands in a slice for a name that is not given. It is nobody's name: the cells of a package are read without the spaces
 * around them.
 */
export const NOT_GIVEN = ' -'
