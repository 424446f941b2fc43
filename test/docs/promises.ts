import ts from "typescript";

/**
 * Code in which every value that a comment promises is compared with it: `f(1); // [1, 2]` becomes
 * `promised(f(1), [1, 2]);`, and `console.log(x); // text` becomes `promisedText([x], "text");`. The comment stands
 * behind the statement or alone on the next line. Other comments are left alone.
 */
export function withPromises(code: string): string {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const checks = [...checksIn(source, code)];
  return checks.reduceRight(
    (text, { at, check }) => text.slice(0, at.getStart()) + check + text.slice(at.end),
    code,
  );
}

function* checksIn(node: ts.Node, code: string): Generator<{ readonly at: ts.Node; readonly check: string }> {
  const comment = ts.isExpressionStatement(node) ? commentAfter(code, node.end) : undefined;
  const check =
    ts.isExpressionStatement(node) && comment !== undefined ? checkOf(node.expression, comment) : undefined;
  if (check !== undefined) yield { at: node, check };
  else for (const child of childrenOf(node)) yield* checksIn(child, code);
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children;
}

function commentAfter(code: string, end: number): string | undefined {
  return /^(?: +|\n *)\/\/ (.*)/.exec(code.slice(end))?.[1];
}

function checkOf(expression: ts.Expression, comment: string): string | undefined {
  if (ts.isCallExpression(expression) && expression.expression.getText() === "console.log") {
    const values = expression.arguments.map((argument) => argument.getText()).join(", ");
    return `promisedText([${values}], ${JSON.stringify(comment)});`;
  }
  return isValue(comment) ? `promised(${expression.getText()}, ${comment});` : undefined;
}

/** Whether a comment is a value written out, and not prose. */
function isValue(comment: string): boolean {
  const source = ts.createSourceFile("value.ts", `(${comment})`, ts.ScriptTarget.ES2022, true);
  const [statement, ...rest] = source.statements;
  return (
    rest.length === 0 &&
    statement !== undefined &&
    ts.isExpressionStatement(statement) &&
    isLiteral(statement.expression) &&
    statement.getText() === `(${comment})`
  );
}

function isLiteral(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isLiteral(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return isLiteral(node.operand);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isLiteral);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every(
      (property) => ts.isPropertyAssignment(property) && isLiteral(property.initializer),
    );
  }
  return (
    ts.isStringLiteral(node) ||
    ts.isNumericLiteral(node) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind)
  );
}
