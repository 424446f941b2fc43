import { ArgumentError } from "../../errors/argument.ts";
import type { ExprByKind } from "../expression.ts";
import type { Scope, StructMembers } from "../kinds.ts";
import { fieldNode } from "../make.ts";
import type { ExprNode } from "../node.ts";
import { Expr } from "./expr.ts";

/** Members of a struct. */
export abstract class StructMethods<M extends StructMembers, S extends Scope = never> extends Expr<S> {
  /** Kinds of the members by wire name. */
  readonly members: M;

  constructor(node: ExprNode, members: M) {
    super(node);
    this.members = Object.freeze({ ...members });
  }

  /** A member by its wire name; null where the struct is null. */
  field<N extends keyof M & string>(name: N): ExprByKind<S>[M[N]] {
    const kind = Object.hasOwn(this.members, name) ? this.members[name] : undefined;
    if (kind === undefined) {
      const known = Object.keys(this.members).join(", ");
      throw new ArgumentError(`no struct member "${name}"; the members are ${known}`, { member: name });
    }
    return this.wrap(kind, fieldNode(this.node, name));
  }
}
