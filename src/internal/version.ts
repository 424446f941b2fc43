/** Version of this package, as its package.json has it; a test keeps the two equal. */
export const SDK_VERSION = "0.1.0";
