export const PackagesScreen = () => null
