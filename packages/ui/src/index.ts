/**
 * Tenon's design system: the mark, the controls, the frames, the time range. No language, no router, no data: texts come in
 * as props. Charts are their own entry, `@tenon/ui/charts`, so that pages without one do not load a plotting library.
 */
export { Button } from './buttons/button.js';
export type { ButtonProps } from './buttons/button.js';
export { LinkButton } from './buttons/link-button.js';
export type { LinkButtonProps } from './buttons/link-button.js';
export { IconButton } from './buttons/icon-button.js';
export type { IconButtonProps } from './buttons/icon-button.js';
export { CopyButton } from './buttons/copy-button.js';
export type { CopyButtonProps } from './buttons/copy-button.js';
export type { ButtonSize, ButtonVariant } from './buttons/button-look.js';

export { Breadcrumbs } from './content/breadcrumbs.js';
export { CodeBlock } from './content/code-block.js';
export type { CodeBlockProps } from './content/code-block.js';
export { DescriptionList, KeyValue } from './content/description-list.js';
export { Disclosure } from './content/disclosure.js';
export { ExactTime } from './content/exact-time.js';
export { Kbd } from './content/kbd.js';
export { MetricRow } from './content/metric-row.js';
export { MetricTile } from './content/metric-tile.js';
export type { MetricTileProps } from './content/metric-tile.js';
export { Money, Num } from './content/num.js';
export type { NumProps } from './content/num.js';
export { PageHeader } from './content/page-header.js';
export { RelativeTime } from './content/relative-time.js';
export { Section } from './content/section.js';
export { Sparkline } from './content/sparkline.js';

export { Badge } from './feedback/badge.js';
export type { BadgeTone } from './feedback/badge.js';
export { Banner } from './feedback/banner.js';
export { Callout } from './feedback/callout.js';
export type { CalloutTone } from './feedback/callout.js';
export { EmptyState } from './feedback/empty-state.js';
export { ErrorNotice } from './feedback/error-notice.js';
export { LoadMore } from './feedback/load-more.js';
export { MACHINE_STATES } from './feedback/machine-state.js';
export type { MachineState } from './feedback/machine-state.js';
export { ProgressBar } from './feedback/progress-bar.js';
export { Skeleton } from './feedback/skeleton.js';
export { Spinner } from './feedback/spinner.js';
export { StateMark } from './feedback/state-mark.js';
export { StateShape } from './feedback/state-shape.js';
export { Stepper } from './feedback/stepper.js';

export { Checkbox } from './form/checkbox.js';
export { Field } from './form/field.js';
export { FieldError } from './form/field-error.js';
export { FormError } from './form/form-error.js';
export { NumberField } from './form/number-field.js';
export { PasswordField } from './form/password-field.js';
export { RadioCards } from './form/radio-cards.js';
export type { RadioCard } from './form/radio-cards.js';
export { SearchField } from './form/search-field.js';
export { SelectField } from './form/select-field.js';
export type { SelectOption } from './form/select-field.js';
export { Switch } from './form/switch.js';
export { TextAreaField } from './form/text-area-field.js';
export { TextField } from './form/text-field.js';
export type { TextFieldProps } from './form/text-field.js';

export { formatMoney, formatNumber, numberText } from './format/number.js';
export type { FormattedNumber, NumberFormat } from './format/number.js';
export { formatDuration, formatRelative } from './format/relative.js';
export { formatInstant, formatOffset, fromLocalInput, toLocalInput } from './format/zone-time.js';
export type { Instant } from './format/zone-time.js';

export { AppFrame } from './frame/app-frame.js';
export type { AppFrameProps } from './frame/app-frame.js';
export { AuthFrame } from './frame/auth-frame.js';
export { Avatar, PersonButton } from './frame/avatar.js';
export { CompanyMark } from './frame/company-mark.js';
export { BottomMore } from './frame/frame-nav.js';
export type { FrameNavItem } from './frame/frame-nav.js';
export { PublicFrame } from './frame/public-frame.js';
export type { PublicLink } from './frame/public-frame.js';
export { RealmPlate } from './frame/realm-plate.js';
export type { Realm } from './frame/realm-plate.js';
export { SkipLink } from './frame/skip-link.js';

export * from './icons/index.js';
export * from './illustrations/index.js';
export type { LinkComponent, LinkComponentProps } from './link-component.js';
export { TenonMark, tenonFaviconSvg } from './marks/tenon-mark.js';
export { Wordmark } from './marks/wordmark.js';

export { ConfirmDialog } from './overlays/confirm-dialog.js';
export type { ConfirmDialogProps } from './overlays/confirm-dialog.js';
export { Dialog } from './overlays/dialog.js';
export type { DialogProps } from './overlays/dialog.js';
export { Menu } from './overlays/menu.js';
export type { MenuEntry } from './overlays/menu.js';
export { Popover } from './overlays/popover.js';
export { TabLinks } from './overlays/tab-links.js';
export { Tabs } from './overlays/tabs.js';
export type { TabItem } from './overlays/tabs.js';
export { ToastProvider, useToast } from './overlays/toast.js';
export type { ToastMessage, Toaster } from './overlays/toast.js';
export { Tooltip } from './overlays/tooltip.js';

export { CommandPalette } from './palette/command-palette.js';
export type { Command, CommandGroup } from './palette/command.js';
export { matchCommands } from './palette/match-commands.js';
export type { FoundBy } from './palette/match-commands.js';

export { formatRange } from './range/format-range.js';
export { RANGE_PRESETS, isSameRange, rangeFromQuery, rangeToQuery, resolveRange, shiftRange } from './range/range.js';
export type { InstantRange, RangePreset, RangeQuery, RangeValue } from './range/range.js';
export type { RangePickerLabels } from './range/range-labels.js';
export { RangePicker } from './range/range-picker.js';
export type { RangePickerProps } from './range/range-picker.js';

export type { Column, Density, Selection, Sort } from './table/column.js';
export { csvOf } from './table/csv.js';
export { DataTable } from './table/data-table.js';
export type { DataTableProps } from './table/data-table.js';
export { DensitySwitch } from './table/density-switch.js';

export { THEMES, THEME_COOKIE, themeFromCookie } from './theme/theme.js';
export type { Theme } from './theme/theme.js';
export { useTheme } from './theme/use-theme.js';

export type { TreeNode } from './tree/tree-node.js';
export { TreeView } from './tree/tree-view.js';
