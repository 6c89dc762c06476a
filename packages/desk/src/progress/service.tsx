export const ServiceScreen = () => null
