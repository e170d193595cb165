@echo off
"%~dp0reportgen.exe" start
