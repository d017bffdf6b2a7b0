#!/usr/bin/env node
import '../dist/accord.js';
