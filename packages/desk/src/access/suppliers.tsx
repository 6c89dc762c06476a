export const SuppliersScreen = () => null
