export { addTables, type AddTablesOptions } from "./addTables";
export { createTemplate, type CreatedTemplate, type TemplateOptions } from "./createTemplate";
export { fillTemplate, type FilledTable } from "./fillTemplate";
export { templateTables, type SettingKey, type TableKey, type TemplateTable } from "./tables";
