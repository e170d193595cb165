@echo off
"%~dp0app\reportgen.exe" start
