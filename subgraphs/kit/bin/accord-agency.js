#!/usr/bin/env node
import '../dist/command/accordAgency.js';
