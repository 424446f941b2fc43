import { isDeepStrictEqual } from "node:util";
import type {
  ConstSchema,
  Contract,
  EnumMember,
  EnumSchema,
  ObjectSchema,
  Property,
  Scalar,
  Schema,
} from "../../ir.ts";
import { broken, type Change, type Subject, safe, type Verdict, worst } from "../change.ts";
import { compareLimits, isNumber } from "./limits.ts";
import { compileVerdict, runtimeVerdict, type Shift } from "./shift.ts";
import type { Direction } from "./usage.ts";

/** The ways in which a type is used by code, and its values by requests and answers. */
export interface Scope {
  readonly types: ReadonlySet<Direction>;
  readonly values: ReadonlySet<Direction>;
}

type Literals = EnumSchema | ConstSchema;

const DOES_NOT_SHOW = "the TypeScript type does not show it";

/** Compares schemas and gathers what differs. Named schemas are compared once, under their own name. */
export class SchemaComparison {
  readonly changes: Change[] = [];
  readonly #old: Contract;
  readonly #fresh: Contract;
  readonly #open = new Set<string>();

  constructor(old: Contract, fresh: Contract) {
    this.#old = old;
    this.#fresh = fresh;
  }

  named(name: string, old: Schema, fresh: Schema, scope: Scope): void {
    if (old.kind === "enum" && fresh.kind === "enum") this.#constants(name, old, fresh);
    if (old.kind === "enum" && fresh.kind !== "enum") {
      this.#push("removed", "schema", name, "the constants of this enum", {
        compile: broken(`\`${name}\` is no object of constants any more`),
        runtime: safe("constants exist in code alone"),
      });
    }
    this.compare(old, fresh, name, scope);
  }

  compare(old: Schema, fresh: Schema, place: string, scope: Scope, ignoreNull = false): void {
    const before = this.#resolve(this.#old, old);
    const after = this.#resolve(this.#fresh, fresh);
    const sameName = old.kind === "ref" && fresh.kind === "ref" && old.name === fresh.name;
    const nullBefore = old.nullable || (!sameName && before.nullable);
    const nullAfter = fresh.nullable || (!sameName && after.nullable);
    if (!ignoreNull && nullBefore !== nullAfter && before.kind !== "unknown" && after.kind !== "unknown") {
      const what = nullAfter ? "null is allowed" : "null is not allowed any more";
      this.#shifted("nullability", place, what, nullAfter ? "wider" : "narrower", scope);
    }
    if (sameName) return;
    // Two names for recursive schemas: what is being compared further up needs no second look.
    const pair = `${refName(old)} ${refName(fresh)}`;
    if (this.#open.has(pair)) return;
    if (pair !== " ") this.#open.add(pair);
    if (before.kind === "union" || after.kind === "union") this.#members(old, fresh, place, scope);
    else this.#base(before, after, place, scope);
    this.#open.delete(pair);
  }

  /** What callers get who leave an optional value out. */
  default(old: Schema, fresh: Schema, place: string, scope: Scope): void {
    const before = old.notes.default ?? this.#resolve(this.#old, old).notes.default;
    const after = fresh.notes.default ?? this.#resolve(this.#fresh, fresh).notes.default;
    if (isDeepStrictEqual(before, after)) return;
    const show = (value: unknown): string => (value === undefined ? "not stated" : JSON.stringify(value));
    const runtime = !scope.values.has("request")
      ? safe("no caller can leave it out of a request")
      : before === undefined
        ? safe("the old contract did not say what callers get who leave it out")
        : broken("callers who leave it out get something else");
    this.#push("changed", "default", place, `default ${show(before)} -> ${show(after)}`, {
      compile: safe(DOES_NOT_SHOW),
      runtime,
    });
  }

  #resolve(contract: Contract, schema: Schema): Schema {
    if (schema.kind !== "ref") return schema;
    const target = contract.schemas.get(schema.name);
    return target === undefined ? schema : this.#resolve(contract, target);
  }

  #base(old: Schema, fresh: Schema, place: string, scope: Scope): void {
    if (old.kind === "object" && fresh.kind === "object") this.#objects(old, fresh, place, scope);
    else if (old.kind === "record" && fresh.kind === "record")
      this.compare(old.values, fresh.values, `${place}{}`, scope);
    else if (isLiterals(old) && isLiterals(fresh)) this.#literals(old, fresh, place, scope);
    else if (old.kind === fresh.kind || (isNumber(old) && isNumber(fresh)))
      this.#limits(old, fresh, place, scope);
    else
      this.#shifted("type", place, `type ${nameOf(old)} -> ${nameOf(fresh)}`, kindShift(old, fresh), scope);
  }

  #limits(old: Schema, fresh: Schema, place: string, scope: Scope): void {
    for (const { what, shift } of compareLimits(old, fresh)) {
      this.#push("changed", "constraint", place, what, {
        compile: safe(DOES_NOT_SHOW),
        runtime: runtimeVerdict(shift, scope.values),
      });
    }
    if (old.kind === "array" && fresh.kind === "array")
      this.compare(old.items, fresh.items, `${place}[]`, scope);
  }

  #objects(old: ObjectSchema, fresh: ObjectSchema, place: string, scope: Scope): void {
    const later = new Map(fresh.properties.map((property) => [property.name, property]));
    const earlier = new Set(old.properties.map(({ name }) => name));
    for (const before of old.properties) {
      const after = later.get(before.name);
      const at = `${place}.${before.name}`;
      if (after === undefined) this.#removed(before, fresh, at, scope);
      else this.#property(before, after, at, scope);
    }
    for (const property of fresh.properties) {
      if (!earlier.has(property.name)) this.#added(property, old, `${place}.${property.name}`, scope);
    }
    this.#additional(old, fresh, place, scope);
  }

  #property(old: Property, fresh: Property, place: string, scope: Scope): void {
    const toggled = old.required !== fresh.required;
    if (toggled) {
      const what = fresh.required ? "optional -> required" : "required -> optional";
      this.#shifted("field", place, what, fresh.required ? "narrower" : "wider", scope);
    }
    // Where null means absent, optional says "or null" as well: one change, not two.
    const foldNull = toggled && fresh.schema.nullable !== fresh.required;
    this.compare(old.schema, fresh.schema, place, scope, foldNull);
    if (!old.required && !fresh.required) this.default(old.schema, fresh.schema, place, scope);
  }

  #removed(property: Property, owner: ObjectSchema, place: string, { types, values }: Scope): void {
    const runtime = perDirection(values, {
      request: broken(
        owner.additional === false ? "a request that carries it is refused" : "what callers send is ignored",
      ),
      response: property.required
        ? broken("answers lack what readers were promised")
        : safe("answers could lack it before"),
    });
    const compile =
      types.size === 0 ? safe("no code uses it") : broken("the type has no such field any more");
    this.#push("removed", "field", place, nameOf(property.schema), { compile, runtime });
  }

  #added(property: Property, owner: ObjectSchema, place: string, { types, values }: Scope): void {
    const what = `${property.required ? "required" : "optional"} ${nameOf(property.schema)}`;
    const ignored = safe("readers ignore fields that they do not know");
    const optional = safe("callers can leave it out");
    this.#push("added", "field", place, what, {
      compile: perDirection(types, {
        request: property.required ? broken("code that builds the object lacks it") : optional,
        response: ignored,
      }),
      runtime: perDirection(values, {
        request: property.required ? broken("a request without it is refused") : optional,
        response: owner.additional === false ? broken("the old contract ruled out other fields") : ignored,
      }),
    });
  }

  #additional(old: ObjectSchema, fresh: ObjectSchema, place: string, scope: Scope): void {
    const before = old.additional;
    const after = fresh.additional;
    const at = `${place}{}`;
    if (typeof before === "object" && typeof after === "object") {
      this.compare(before, after, at, scope);
    } else if (typeof before === "object") {
      this.#push("removed", "field", at, "fields of any name", {
        compile: broken("the type has no fields of any name any more"),
        runtime: perDirection(scope.values, {
          request: broken("what callers send under other names is ignored or refused"),
          response: safe("answers could lack them before"),
        }),
      });
    } else if (typeof after === "object") {
      const shift = before === false ? "wider" : after.kind === "unknown" ? "same" : "narrower";
      this.#push("added", "field", at, "fields of any name", {
        compile: safe("code that names its fields still fits"),
        runtime: runtimeVerdict(shift, scope.values),
      });
    } else if (before !== after) {
      this.#push(
        "changed",
        "constraint",
        place,
        after === false ? "closed to other fields" : "open to other fields",
        {
          compile: safe(DOES_NOT_SHOW),
          runtime: runtimeVerdict(after === false ? "narrower" : "wider", scope.values),
        },
      );
    }
  }

  #literals(old: Literals, fresh: Literals, place: string, scope: Scope): void {
    const before = literalsOf(old);
    const after = literalsOf(fresh);
    const compile = broken("code that names the value does not compile");
    for (const value of before.filter((it) => !after.includes(it))) {
      this.#push("removed", "enum value", place, JSON.stringify(value), {
        compile,
        runtime: runtimeVerdict("narrower", scope.values),
      });
    }
    for (const value of after.filter((it) => !before.includes(it)))
      this.#shifted("enum value", place, JSON.stringify(value), "wider", scope, "added");
  }

  /** Names and codes of a named enum, which code uses beside its values. */
  #constants(name: string, old: EnumSchema, fresh: EnumSchema): void {
    const later = new Map<string | number, EnumMember>(fresh.members.map((member) => [member.value, member]));
    for (const before of old.members) {
      const after = later.get(before.value);
      if (after === undefined) continue;
      const at = `${name}.${before.name}`;
      if (before.name !== after.name) {
        this.#push("changed", "enum value", at, `called ${after.name}`, {
          compile: broken(`\`${at}\` does not exist any more`),
          runtime: safe("the value is the same"),
        });
      }
      if (before.code !== after.code) {
        this.#push("changed", "enum value", at, `code ${before.code ?? "none"} -> ${after.code ?? "none"}`, {
          compile:
            after.code === undefined ? broken("the table of codes lost it") : safe("codes are numbers"),
          runtime: before.code == null ? safe("it had none") : broken("result columns hold another number"),
        });
      }
    }
  }

  #members(old: Schema, fresh: Schema, place: string, scope: Scope): void {
    const before = this.#membersOf(this.#old, old);
    const after = this.#membersOf(this.#fresh, fresh);
    const lost = before.filter((member) => !after.some((other) => sameMember(member, other)));
    const gained = after.filter((member) => !before.some((other) => sameMember(member, other)));
    for (const member of [...lost]) {
      // An inline member that changed inside is still the same member.
      const twins = gained.filter((other) => other.kind !== "ref" && other.kind === member.kind);
      const [twin] = twins;
      if (twin === undefined || twins.length > 1) continue;
      lost.splice(lost.indexOf(member), 1);
      gained.splice(gained.indexOf(twin), 1);
      this.compare(member, twin, place, scope);
    }
    for (const member of lost) {
      this.#push("removed", "member", place, nameOf(member), {
        compile: broken("code that tells the members apart names one that is gone"),
        runtime: runtimeVerdict("narrower", scope.values),
      });
    }
    for (const member of gained) this.#shifted("member", place, nameOf(member), "wider", scope, "added");
  }

  /** The alternatives of a schema, under their own names; one that is no union is its only one. */
  #membersOf(contract: Contract, schema: Schema): readonly Schema[] {
    if (schema.kind === "union") return schema.members.flatMap((member) => this.#membersOf(contract, member));
    const target = schema.kind === "ref" ? contract.schemas.get(schema.name) : undefined;
    return target?.kind === "union" || target?.kind === "ref" ? this.#membersOf(contract, target) : [schema];
  }

  #shifted(
    subject: Subject,
    place: string,
    what: string,
    shift: Shift,
    { types, values }: Scope,
    kind: Change["kind"] = "changed",
  ): void {
    this.#push(kind, subject, place, what, {
      compile: compileVerdict(shift, types),
      runtime: runtimeVerdict(shift, values),
    });
  }

  #push(
    kind: Change["kind"],
    subject: Subject,
    place: string,
    what: string,
    verdicts: Pick<Change, "compile" | "runtime">,
  ): void {
    this.changes.push({ kind, subject, place, what, ...verdicts });
  }
}

function perDirection(
  directions: ReadonlySet<Direction>,
  verdicts: Readonly<Record<Direction, Verdict>>,
): Verdict {
  return directions.size === 0
    ? safe("no request and no answer carries it")
    : worst([...directions].map((direction) => verdicts[direction]));
}

function refName(schema: Schema): string {
  return schema.kind === "ref" ? schema.name : "";
}

/** A schema in a word or two, for reports. */
export function nameOf(schema: Schema): string {
  switch (schema.kind) {
    case "ref":
      return schema.name;
    case "array":
      return `${nameOf(schema.items)}[]`;
    case "const":
      return JSON.stringify(schema.value);
    case "union":
      return schema.members.map(nameOf).join(" | ");
    case "enum":
      return schema.members.map(({ value }) => JSON.stringify(value)).join(" | ");
    case "unknown":
      return "anything";
    default:
      return schema.kind;
  }
}

function sameMember(a: Schema, b: Schema): boolean {
  return a.kind === "ref" && b.kind === "ref" ? a.name === b.name : shapeOf(a) === shapeOf(b);
}

/** A schema without its notes, as text. */
function shapeOf(schema: Schema): string {
  return JSON.stringify(schema, (key, value: unknown) => (key === "notes" ? undefined : value));
}

function isLiterals(schema: Schema): schema is Literals {
  return schema.kind === "enum" || schema.kind === "const";
}

function literalsOf(schema: Literals): Scalar[] {
  return schema.kind === "const" ? [schema.value] : schema.members.map(({ value }) => value);
}

/** Between schemas of different kinds: most have nothing in common. */
function kindShift(old: Schema, fresh: Schema): Shift {
  if (fresh.kind === "unknown" || takesLiterals(fresh, old)) return "wider";
  if (old.kind === "unknown" || takesLiterals(old, fresh)) return "narrower";
  return "other";
}

function takesLiterals(open: Schema, literals: Schema): boolean {
  if (!isLiterals(literals)) return false;
  const kind = isNumber(open) ? "number" : open.kind;
  return literalsOf(literals).every((value) => typeof value === kind);
}
