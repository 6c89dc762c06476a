export const ServicesScreen = () => null
