/** Regions: the 89 subjects of the Russian Federation and Baikonur, their names, codes and zones. */
export { findRegion, type RegionAlias, type RegionOptions, regionAliases } from './aliases.ts'
export { normaliseRegionName, separators } from './normalise.ts'
export { demoRegion, type Region, type RegionKind, regions } from './table.ts'
