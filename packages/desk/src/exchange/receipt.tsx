export const ReceiptScreen = () => null
