import packageFile from "../package.json" with { type: "json" };

/** Version of this package; the engine has no other. */
export const version: string = packageFile.version;
