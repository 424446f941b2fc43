/** Something in the contract that the generator cannot read; says where. */
export class ContractProblem extends Error {
  /** JSON pointer into the document, `#/components/schemas/X/properties/y`. */
  readonly pointer: string;
  readonly reason: string;
  /** `file:line`, once the problem was traced to the sources. */
  readonly location: string | null;

  constructor(pointer: string, reason: string, location: string | null = null) {
    super(`${location === null ? "" : `${location}: `}${pointer}: ${reason}`);
    this.name = "ContractProblem";
    this.pointer = pointer;
    this.reason = reason;
    this.location = location;
  }

  locatedAt(location: string): ContractProblem {
    return new ContractProblem(this.pointer, this.reason, location);
  }
}

/** Stops the run: the contract says something here that the generator cannot follow. */
export function refuse(pointer: string, reason: string): never {
  throw new ContractProblem(pointer, reason);
}
