# Finds the .NET SDK and runs Cake; everything else is in build.cake.
#   ./build.ps1            lists the targets
#   ./build.ps1 TARGET     runs one
param([string] $Target = 'help', [Parameter(ValueFromRemainingArguments)] [string[]] $Rest = @())

$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_GENERATE_ASPNET_CERTIFICATE = 'false'
$env:MSBUILDDISABLENODEREUSE = '1'

function Test-Sdk {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { return $false }
    try { dotnet --version 2>&1 | Out-Null; return $LASTEXITCODE -eq 0 } catch { return $false }
}

if (-not (Test-Sdk)) {
    $wanted = (Get-Content global.json -Raw | ConvertFrom-Json).sdk.version
    [Console]::Error.WriteLine("build.ps1: the .NET SDK $wanted or a later 10.0 is needed: https://dotnet.microsoft.com/download")
    exit 1
}

dotnet tool restore --verbosity quiet
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
dotnet cake build.cake --target=$Target --verbosity=minimal @Rest
exit $LASTEXITCODE
