/** `ScriptApp`: triggers and authorization. */
import type { AuthMode as AuthModeName } from '../../machine/protocol.ts';
import { type EnumValue, enumeration } from '../../machine/realm/enumeration.ts';
import { requireRight } from '../../machine/realm/permissions.ts';
import { defineService } from '../../machine/realm/service.ts';
import { latency, lineToGoogle, settings, spend } from '../../machine/realm/session.ts';
import { Spreadsheet } from '../spreadsheet-app/spreadsheet.ts';
import type { TriggerOperations } from './operations.ts';
import { EventType, Trigger, TriggerSource } from './trigger.ts';
import { TriggerBuilder } from './trigger-builder.ts';

const ask = lineToGoogle<TriggerOperations>();

/** @see https://developers.google.com/apps-script/reference/script/auth-mode (read 2026-11-21) */
export const AuthMode = enumeration('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);

const AuthorizationStatus = enumeration('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);

/** @see https://developers.google.com/apps-script/reference/script/authorization-info (read 2026-11-21) */
export class AuthorizationInfo {
  getAuthorizationStatus(): (typeof AuthorizationStatus)[keyof typeof AuthorizationStatus] {
    return settings().isConsentMissing ? AuthorizationStatus.REQUIRED : AuthorizationStatus.NOT_REQUIRED;
  }

  /** `null` where everything the manifest asks for is granted. */
  getAuthorizationUrl(): string | null {
    return settings().isConsentMissing ? 'https://script.google.com/macros/d/emulated/oauth' : null;
  }

  getAuthorizedScopes(): string[] {
    return [...(settings().scopes ?? [])];
  }
}

/** @see https://developers.google.com/apps-script/reference/script/installation-source (read 2026-11-29) */
const InstallationSource = enumeration('InstallationSource', [
  'APPS_MARKETPLACE_DOMAIN_ADD_ON',
  'NONE',
  'WEB_STORE_ADD_ON',
]);

/** @see https://developers.google.com/apps-script/reference/script/script-app (read 2026-11-21) */
export class ScriptApp {
  readonly AuthMode = AuthMode;
  readonly AuthorizationStatus = AuthorizationStatus;
  readonly EventType = EventType;
  readonly InstallationSource = InstallationSource;
  readonly TriggerSource = TriggerSource;
  readonly WeekDay = enumeration('Weekday', [
    'SUNDAY',
    'MONDAY',
    'TUESDAY',
    'WEDNESDAY',
    'THURSDAY',
    'FRIDAY',
    'SATURDAY',
  ]);

  newTrigger(functionName: string): TriggerBuilder {
    requireRight('triggers', 'ScriptApp.newTrigger');
    return new TriggerBuilder(functionName);
  }

  /** Those of the person who runs the script, in whatever spreadsheet they were made. */
  getProjectTriggers(): Trigger[] {
    requireRight('triggers', 'ScriptApp.getProjectTriggers');
    spend(latency().triggerMs);
    return Array.from(ask('listTriggers', {}), (entry) => new Trigger(entry));
  }

  /** Those of the person who runs the script, in one spreadsheet. */
  getUserTriggers(spreadsheet: Spreadsheet): Trigger[] {
    requireRight('triggers', 'ScriptApp.getUserTriggers');
    spend(latency().triggerMs);
    return Array.from(ask('listTriggers', { fileId: Spreadsheet.idOf(spreadsheet) }), (entry) => new Trigger(entry));
  }

  deleteTrigger(trigger: Trigger): void {
    requireRight('triggers', 'ScriptApp.deleteTrigger');
    spend(latency().triggerMs);
    ask('deleteTrigger', { id: Trigger.idOf(trigger) });
  }

  getAuthorizationInfo(_mode: EnumValue<AuthModeName>, _scopes?: readonly string[]): AuthorizationInfo {
    return new AuthorizationInfo();
  }

  /** How the script came to the person: a bound script was not installed at all. */
  getInstallationSource(): (typeof InstallationSource)[keyof typeof InstallationSource] {
    return settings().isInstalled ? InstallationSource.APPS_MARKETPLACE_DOMAIN_ADD_ON : InstallationSource.NONE;
  }

  getScriptId(): string {
    return '1emulatedScriptEmulatedScriptEmulatedScriptEmulatedScript';
  }
}

defineService(AuthorizationInfo, 'AuthorizationInfo', 'ScriptApp.AuthorizationInfo', {
  getAuthorizationStatus: [''],
  getAuthorizationUrl: [''],
  getAuthorizedScopes: [''],
});

defineService(ScriptApp, 'ScriptApp', 'ScriptApp', {
  newTrigger: ['String'],
  getProjectTriggers: [''],
  getUserTriggers: ['Spreadsheet'],
  deleteTrigger: ['Trigger'],
  getAuthorizationInfo: ['AuthMode', 'AuthMode,String[]'],
  getInstallationSource: [''],
  getScriptId: [''],
});
