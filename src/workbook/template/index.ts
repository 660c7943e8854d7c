export { createTemplate, type CreatedTemplate, type TemplateOptions } from "./createTemplate";
export { fillTemplate, type FilledTable } from "./fillTemplate";
export { templateTables, type TableKey, type TemplateTable } from "./tables";
