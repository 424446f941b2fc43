import type { JsonObject } from "../../../scripts/codegen/json.ts";

/** Does something break when code is compiled anew, or when a call is made? */
type Breaks = "-" | "breaks";

export type Case = readonly [
  name: string,
  compile: Breaks,
  runtime: Breaks,
  /** What the report says of it, `place: what`. */
  says: string,
  edit: (shop: Editable) => void,
];

// The document is edited as the tree that it is; a path that does not exist fails the test.
// biome-ignore lint/suspicious/noExplicitAny: a tree of JSON without a type of its own
export type Editable = any;

const schema = (shop: Editable, name: string): Editable => shop.components.schemas[name];
const field = (shop: Editable, name: string, key: string): Editable => schema(shop, name).properties[key];
const parameter = (shop: Editable, path: string, method: string, name: string): Editable =>
  shop.paths[path][method].parameters.find((it: JsonObject) => it.name === name);
const without = (list: Editable, value: unknown): Editable => list.filter((it: unknown) => it !== value);
const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** Contract edits with their two verdicts; report, compiler and replayed calls must all say the same. */
export const cases: readonly Case[] = [
  // ---- fields of requests
  [
    "new optional request field",
    "-",
    "-",
    "ItemCreate.gift: optional boolean",
    (shop) => {
      schema(shop, "ItemCreate").properties.gift = { type: "boolean" };
    },
  ],
  [
    "new required request field",
    "breaks",
    "breaks",
    "ItemCreate.gift: required boolean",
    (shop) => {
      schema(shop, "ItemCreate").properties.gift = { type: "boolean" };
      schema(shop, "ItemCreate").required.push("gift");
    },
  ],
  [
    "removed request field",
    "breaks",
    "breaks",
    "ItemCreate.due: string",
    (shop) => {
      delete schema(shop, "ItemCreate").properties.due;
    },
  ],
  [
    "removed field of an inline object in a request",
    "breaks",
    "breaks",
    "ItemCreate.packing.ribbon: boolean",
    (shop) => {
      delete field(shop, "ItemCreate", "packing").properties.ribbon;
    },
  ],
  [
    "renamed request field",
    "breaks",
    "breaks",
    "ItemCreate.title: required string",
    (shop) => {
      const { name, ...others } = schema(shop, "ItemCreate").properties;
      schema(shop, "ItemCreate").properties = { title: name, ...others };
      schema(shop, "ItemCreate").required = ["title", "price"];
    },
  ],
  [
    "request field made required",
    "breaks",
    "breaks",
    "ItemCreate.color: optional -> required",
    (shop) => {
      schema(shop, "ItemCreate").required.push("color");
    },
  ],
  [
    "request field made optional",
    "-",
    "-",
    "ItemCreate.price: required -> optional",
    (shop) => {
      schema(shop, "ItemCreate").required = ["name"];
    },
  ],
  [
    "request field takes null",
    "-",
    "-",
    "ItemCreate.due: null is allowed",
    (shop) => {
      field(shop, "ItemCreate", "due").type = ["string", "null"];
    },
  ],
  [
    "request field takes no null any more",
    "breaks",
    "breaks",
    "ItemCreate.note: null is not allowed any more",
    (shop) => {
      field(shop, "ItemCreate", "note").type = "string";
    },
  ],
  [
    "request object closed",
    "-",
    "breaks",
    "ItemCreate.packing: closed to other fields",
    (shop) => {
      field(shop, "ItemCreate", "packing").additionalProperties = false;
    },
  ],
  [
    "type of a request field widened",
    "-",
    "-",
    "ItemCreate.due: integer",
    (shop) => {
      schema(shop, "ItemCreate").properties.due = { oneOf: [{ type: "string" }, { type: "integer" }] };
    },
  ],
  [
    "type of a request field changed",
    "breaks",
    "breaks",
    "ItemCreate.due: type string -> integer",
    (shop) => {
      schema(shop, "ItemCreate").properties.due = { type: "integer" };
    },
  ],
  [
    "integer -> number in a request",
    "-",
    "-",
    "ItemCreate.count: integer -> number",
    (shop) => {
      field(shop, "ItemCreate", "count").type = "number";
    },
  ],
  [
    "number -> integer in a request",
    "-",
    "breaks",
    "ItemCreate.price: number -> integer",
    (shop) => {
      field(shop, "ItemCreate", "price").type = "integer";
    },
  ],
  [
    "items of a request array changed",
    "breaks",
    "breaks",
    "ItemCreate.tags[]: type string -> integer",
    (shop) => {
      field(shop, "ItemCreate", "tags").items = { type: "integer" };
    },
  ],
  [
    "values of a request record take null",
    "-",
    "-",
    "ItemCreate.labels{}: null is allowed",
    (shop) => {
      field(shop, "ItemCreate", "labels").additionalProperties = { type: ["string", "null"] };
    },
  ],
  // ---- limits and defaults
  [
    "maximum of a request field tightened",
    "-",
    "breaks",
    "ItemCreate.price: maximum 1000 -> 500",
    (shop) => {
      field(shop, "ItemCreate", "price").maximum = 500;
    },
  ],
  [
    "maximum of a request field loosened",
    "-",
    "-",
    "ItemCreate.price: maximum 1000 -> 5000",
    (shop) => {
      field(shop, "ItemCreate", "price").maximum = 5000;
    },
  ],
  [
    "inclusive limit made exclusive",
    "-",
    "breaks",
    "ItemCreate.price: minimum 0 -> 0 (exclusive)",
    (shop) => {
      const price = field(shop, "ItemCreate", "price");
      delete price.minimum;
      price.exclusiveMinimum = 0;
    },
  ],
  [
    "maximum of an answer loosened",
    "-",
    "breaks",
    "ItemPage.limit: maximum 100 -> 1000",
    (shop) => {
      field(shop, "ItemPage", "limit").maximum = 1000;
    },
  ],
  [
    "maximum of an answer tightened",
    "-",
    "-",
    "ItemPage.limit: maximum 100 -> 50",
    (shop) => {
      field(shop, "ItemPage", "limit").maximum = 50;
    },
  ],
  [
    "list of a request shortened",
    "-",
    "breaks",
    "ItemCreate.tags: maxItems 5 -> 1",
    (shop) => {
      field(shop, "ItemCreate", "tags").maxItems = 1;
    },
  ],
  [
    "list of an answer without end",
    "-",
    "breaks",
    "Item.tags: maxItems 10 -> none",
    (shop) => {
      delete field(shop, "Item", "tags").maxItems;
    },
  ],
  [
    "pattern of a request field dropped",
    "-",
    "-",
    "ItemCreate.code: pattern ^[a-z]*$ -> none",
    (shop) => {
      delete field(shop, "ItemCreate", "code").pattern;
    },
  ],
  [
    "format asked of a request field",
    "-",
    "breaks",
    "ItemCreate.due: format none -> date-time",
    (shop) => {
      field(shop, "ItemCreate", "due").format = "date-time";
    },
  ],
  [
    "format of an answer dropped",
    "-",
    "breaks",
    "Item.sold_at: format date-time -> none",
    (shop) => {
      delete field(shop, "Item", "sold_at").format;
    },
  ],
  [
    "default of a request field changed",
    "-",
    "breaks",
    "ItemCreate.count: default 1 -> 2",
    (shop) => {
      field(shop, "ItemCreate", "count").default = 2;
    },
  ],
  [
    "default of a request field stated",
    "-",
    "-",
    'ItemCreate.due: default not stated -> "soon"',
    (shop) => {
      field(shop, "ItemCreate", "due").default = "soon";
    },
  ],
  // ---- fields of answers
  [
    "new required answer field",
    "-",
    "-",
    "Item.stock: required integer",
    (shop) => {
      schema(shop, "Item").properties.stock = { type: "integer" };
      schema(shop, "Item").required.push("stock");
    },
  ],
  [
    "new field of a closed answer object",
    "-",
    "breaks",
    "Item.origin.city: optional string",
    (shop) => {
      field(shop, "Item", "origin").properties.city = { type: "string" };
    },
  ],
  [
    "closed answer object opened",
    "-",
    "breaks",
    "Item.origin: open to other fields",
    (shop) => {
      delete field(shop, "Item", "origin").additionalProperties;
    },
  ],
  [
    "required answer field removed",
    "breaks",
    "breaks",
    "Item.name: string",
    (shop) => {
      delete schema(shop, "Item").properties.name;
      schema(shop, "Item").required = without(schema(shop, "Item").required, "name");
    },
  ],
  [
    "optional answer field removed",
    "breaks",
    "-",
    "Item.remark: string",
    (shop) => {
      delete schema(shop, "Item").properties.remark;
    },
  ],
  [
    "answer field made optional",
    "breaks",
    "breaks",
    "Item.price: required -> optional",
    (shop) => {
      schema(shop, "Item").required = without(schema(shop, "Item").required, "price");
    },
  ],
  [
    "answer field made required",
    "-",
    "-",
    "Item.remark: optional -> required",
    (shop) => {
      schema(shop, "Item").required.push("remark");
    },
  ],
  [
    "answer field may be null",
    "breaks",
    "breaks",
    "Item.name: null is allowed",
    (shop) => {
      field(shop, "Item", "name").type = ["string", "null"];
    },
  ],
  [
    "answer field is never null",
    "-",
    "-",
    "Item.sold_at: null is not allowed any more",
    (shop) => {
      field(shop, "Item", "sold_at").type = "string";
    },
  ],
  [
    "integer -> number in an answer",
    "-",
    "breaks",
    "Item.id: integer -> number",
    (shop) => {
      field(shop, "Item", "id").type = "number";
    },
  ],
  [
    "number -> integer in an answer",
    "-",
    "-",
    "Item.price: number -> integer",
    (shop) => {
      field(shop, "Item", "price").type = "integer";
    },
  ],
  [
    "type of an answer field widened",
    "breaks",
    "breaks",
    "Item.name: integer",
    (shop) => {
      schema(shop, "Item").properties.name = { oneOf: [{ type: "string" }, { type: "integer" }] };
    },
  ],
  [
    "type of an answer field narrowed",
    "breaks",
    "-",
    "Item.ref: integer",
    (shop) => {
      schema(shop, "Item").properties.ref = { type: "string" };
    },
  ],
  // ---- enums and unions
  [
    "value added to an enum of requests",
    "-",
    "-",
    'Color: "blue"',
    (shop) => {
      schema(shop, "Color").enum.push("blue");
    },
  ],
  [
    "value removed from an enum of requests",
    "breaks",
    "breaks",
    'Color: "red"',
    (shop) => {
      schema(shop, "Color").enum = ["green"];
    },
  ],
  [
    "value added to an enum of answers",
    "breaks",
    "breaks",
    'Condition: "broken"',
    (shop) => {
      schema(shop, "Condition").enum.push("broken");
    },
  ],
  [
    "value removed from an enum of answers",
    "breaks",
    "-",
    'Condition: "used"',
    (shop) => {
      schema(shop, "Condition").enum = ["new"];
    },
  ],
  [
    "value added to an inline enum of answers",
    "breaks",
    "breaks",
    'Item.status: "lost"',
    (shop) => {
      field(shop, "Item", "status").enum.push("lost");
    },
  ],
  [
    "enum of answers opened to any text",
    "breaks",
    "breaks",
    "Item.status: type",
    (shop) => {
      schema(shop, "Item").properties.status = { type: "string" };
    },
  ],
  [
    "constant of an enum renamed",
    "breaks",
    "-",
    "Size.LARGE: called BIG",
    (shop) => {
      schema(shop, "Size")["x-enum-varnames"] = ["SMALL", "BIG"];
    },
  ],
  [
    "member added to a union of requests",
    "-",
    "-",
    "Report: Opened",
    (shop) => {
      schema(shop, "Report").oneOf.push(reference("Opened"));
    },
  ],
  [
    "member removed from a union of requests",
    "breaks",
    "breaks",
    "Report: Left",
    (shop) => {
      schema(shop, "Report").oneOf.pop();
    },
  ],
  [
    "member added to a union of answers",
    "breaks",
    "breaks",
    "Event: Arrived",
    (shop) => {
      schema(shop, "Event").oneOf.push(reference("Arrived"));
    },
  ],
  [
    "member removed from a union of answers",
    "breaks",
    "-",
    "Event: Closed",
    (shop) => {
      schema(shop, "Event").oneOf.pop();
    },
  ],
  [
    "schema renamed",
    "breaks",
    "-",
    "ItemPage: object",
    (shop) => {
      const { ItemPage, ...others } = shop.components.schemas;
      shop.components.schemas = { ...others, Page: ItemPage };
      shop.paths["/items"].get.responses["200"].content["application/json"].schema = reference("Page");
    },
  ],
  // ---- operations
  [
    "operation added",
    "-",
    "-",
    "items.count: GET /count",
    (shop) => {
      shop.paths["/count"] = {
        get: { ...shop.paths["/events"].get, operationId: "items.count", tags: ["items"] },
      };
    },
  ],
  [
    "operation removed",
    "breaks",
    "breaks",
    "items.remove: DELETE /items/{id}",
    (shop) => {
      delete shop.paths["/items/{id}"];
    },
  ],
  [
    "operation renamed",
    "breaks",
    "-",
    "items.remove: renamed items.delete",
    (shop) => {
      shop.paths["/items/{id}"].delete.operationId = "items.delete";
    },
  ],
  [
    "address changed",
    "-",
    "breaks",
    "events.latest: address GET /events -> GET /last",
    (shop) => {
      shop.paths["/last"] = { get: shop.paths["/events"].get };
      delete shop.paths["/events"].get;
    },
  ],
  [
    "method changed",
    "-",
    "breaks",
    "events.send: address POST /events -> PUT /events",
    (shop) => {
      shop.paths["/events"].put = shop.paths["/events"].post;
      delete shop.paths["/events"].post;
    },
  ],
  // ---- parameters
  [
    "optional query parameter added beside others",
    "-",
    "-",
    "items.list query sort: optional string",
    (shop) => {
      shop.paths["/items"].get.parameters.push({ name: "sort", in: "query", schema: { type: "string" } });
    },
  ],
  [
    "first query parameter added",
    "breaks",
    "-",
    "events.latest query since: optional string",
    (shop) => {
      shop.paths["/events"].get.parameters = [{ name: "since", in: "query", schema: { type: "string" } }];
    },
  ],
  [
    "required query parameter added",
    "breaks",
    "breaks",
    "items.list query sort: required string",
    (shop) => {
      const sort = { name: "sort", in: "query", required: true, schema: { type: "string" } };
      shop.paths["/items"].get.parameters.push(sort);
    },
  ],
  [
    "query parameter removed",
    "breaks",
    "breaks",
    "items.list query color: Color",
    (shop) => {
      const { get } = shop.paths["/items"];
      get.parameters = without(get.parameters, parameter(shop, "/items", "get", "color"));
    },
  ],
  [
    "query parameter moved to a header",
    "breaks",
    "breaks",
    "items.list query color: moved from query to header",
    (shop) => {
      parameter(shop, "/items", "get", "color").in = "header";
    },
  ],
  [
    "header moved to the query",
    "-",
    "breaks",
    "items.list header X-Trace: moved from header to query",
    (shop) => {
      parameter(shop, "/items", "get", "X-Trace").in = "query";
    },
  ],
  [
    "query parameter made required",
    "breaks",
    "breaks",
    "items.list query limit: optional -> required",
    (shop) => {
      parameter(shop, "/items", "get", "limit").required = true;
    },
  ],
  [
    "query parameter made optional",
    "-",
    "-",
    "items.list query shelf: required -> optional",
    (shop) => {
      delete parameter(shop, "/items", "get", "shelf").required;
    },
  ],
  [
    "default of a query parameter changed",
    "-",
    "breaks",
    "items.list query limit: default 20 -> 50",
    (shop) => {
      parameter(shop, "/items", "get", "limit").schema.default = 50;
    },
  ],
  [
    "limit of a query parameter tightened",
    "-",
    "breaks",
    "items.list query limit: maximum 100 -> 50",
    (shop) => {
      parameter(shop, "/items", "get", "limit").schema.maximum = 50;
    },
  ],
  [
    "path parameter renamed",
    "-",
    "-",
    "items.remove path id: called item_id",
    (shop) => {
      shop.paths["/items/{item_id}"] = shop.paths["/items/{id}"];
      delete shop.paths["/items/{id}"];
      parameter(shop, "/items/{item_id}", "delete", "id").name = "item_id";
    },
  ],
  [
    "type of a path parameter changed",
    "breaks",
    "breaks",
    "items.remove path id: type integer -> string",
    (shop) => {
      parameter(shop, "/items/{id}", "delete", "id").schema = { type: "string", format: "uuid" };
    },
  ],
  [
    "path parameters swapped",
    "-",
    "breaks",
    "items.get path: order item, shop",
    (shop) => {
      shop.paths["/shops/{shop}/items/{item}"].get.parameters.reverse();
    },
  ],
  // ---- bodies and answers as a whole
  [
    "optional body added",
    "breaks",
    "-",
    "items.remove body: optional Problem",
    (shop) => {
      const content = { "application/json": { schema: reference("Problem") } };
      shop.paths["/items/{id}"].delete.requestBody = { content };
    },
  ],
  [
    "body made optional",
    "-",
    "-",
    "events.send body: required -> optional",
    (shop) => {
      shop.paths["/events"].post.requestBody.required = false;
    },
  ],
  [
    "body removed",
    "breaks",
    "breaks",
    "events.send body: Report",
    (shop) => {
      delete shop.paths["/events"].post.requestBody;
    },
  ],
  [
    "status of an answer changed",
    "-",
    "-",
    "items.create 201: status 201 -> 200",
    (shop) => {
      const { responses } = shop.paths["/items"].post;
      shop.paths["/items"].post.responses = { "200": responses["201"] };
    },
  ],
  [
    "another kind of answer added",
    "breaks",
    "breaks",
    "items.create 202: Receipt",
    (shop) => {
      const content = { "application/json": { schema: reference("Receipt") } };
      shop.paths["/items"].post.responses["202"] = { description: "Later.", content };
    },
  ],
  [
    "status of an error changed",
    "-",
    "breaks",
    "items.get 404: status 404 -> 410",
    (shop) => {
      const { responses } = shop.paths["/shops/{shop}/items/{item}"].get;
      responses["410"] = responses["404"];
      delete responses["404"];
    },
  ],
  [
    "error added",
    "-",
    "-",
    "items.get 409: Problem",
    (shop) => {
      const { responses } = shop.paths["/shops/{shop}/items/{item}"].get;
      responses["409"] = responses["404"];
    },
  ],
  [
    "bytes of another type",
    "-",
    "breaks",
    "items.photos 200: application/zip -> application/pdf",
    (shop) => {
      const { content } = shop.paths["/items/{id}/photos"].get.responses["200"];
      shop.paths["/items/{id}/photos"].get.responses["200"].content = {
        "application/pdf": content["application/zip"],
      };
    },
  ],
  [
    "JSON instead of bytes",
    "breaks",
    "breaks",
    "items.photos 200: application/zip -> application/json",
    (shop) => {
      const content = { "application/json": { schema: reference("Receipt") } };
      shop.paths["/items/{id}/photos"].get.responses["200"].content = content;
    },
  ],
  [
    "answer without a body",
    "breaks",
    "breaks",
    "events.send 202: application/json -> no body",
    (shop) => {
      shop.paths["/events"].post.responses["202"] = { description: "Taken." };
    },
  ],
  [
    "body of an answer refers to another schema of the same shape",
    "-",
    "-",
    "Note: object",
    (shop) => {
      shop.components.schemas.Note = structuredClone(schema(shop, "Receipt"));
      shop.paths["/events"].post.responses["202"].content["application/json"].schema = reference("Note");
    },
  ],
];
